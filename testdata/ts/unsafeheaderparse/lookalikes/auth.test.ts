test('has a token', () => {
  const handler = (req, res) => res.json(req.headers.authorization.split(' ')[1]) // a test knows what it sends
  handler({ headers: { authorization: 'Bearer x' } }, { json() {} })
})
