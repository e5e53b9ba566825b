const jwt = require('jsonwebtoken');

// The login handler returns the token with its scheme.
exports.login = (req, res) => {
  const token = jwt.sign({ id: req.user.id }, process.env.JWT_SECRET);
  res.json({ success: true, token: 'Bearer ' + token });
};
