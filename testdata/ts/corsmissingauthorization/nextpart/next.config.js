module.exports = {
  async headers() {
    return [
      {
        source: '/feed',
        headers: [
          { key: 'Access-Control-Allow-Origin', value: 'https://a.example.com' },
          { key: 'Access-Control-Allow-Headers', value: 'Content-Type' }, // of one path, which need not read it
        ],
      },
    ]
  },
}
