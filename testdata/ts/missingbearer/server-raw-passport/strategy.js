const { ExtractJwt, Strategy } = require('passport-jwt');

module.exports = new Strategy(
  { jwtFromRequest: ExtractJwt.fromHeader('authorization'), secretOrKey: process.env.JWT_SECRET },
  (payload, done) => done(null, payload),
);
