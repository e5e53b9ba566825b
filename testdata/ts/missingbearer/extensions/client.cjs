const axios = require('axios');
exports.me = () => axios.get('/me', { headers: { Authorization: process.env.ACCESS_TOKEN } }); // want "`process.env.ACCESS_TOKEN`"
exports.other = () => require('axios').default.get('/me', { headers: { Authorization: process.env.ACCESS_TOKEN } }); // want "`process.env.ACCESS_TOKEN`"
