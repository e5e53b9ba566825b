module.exports = { post: (url) => url }
