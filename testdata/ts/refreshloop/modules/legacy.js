const { required } = require('./required')

exports.renew = async () => (await required.post('/auth/refresh')).data.token
