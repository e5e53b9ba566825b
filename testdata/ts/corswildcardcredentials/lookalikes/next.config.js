module.exports = {
  async headers() {
    return [
      { source: '/public/:path*', headers: [{ key: 'Access-Control-Allow-Origin', value: '*' }] }, // no credentials on these paths
      {
        source: '/api/:path*',
        headers: [
          { key: 'Access-Control-Allow-Credentials', value: 'true' },
          { key: 'Access-Control-Allow-Origin', value: process.env.ORIGIN }, // from the environment
        ],
      },
    ]
  },
}
