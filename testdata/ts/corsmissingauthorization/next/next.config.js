module.exports = {
  async headers() {
    return [
      {
        source: '/api/:path*',
        headers: [
          { key: 'Access-Control-Allow-Origin', value: 'https://a.example.com' },
          { key: 'Access-Control-Allow-Headers', value: 'Content-Type' }, // want "error: the allowed headers leave out Authorization"
        ],
      },
    ]
  },
}
