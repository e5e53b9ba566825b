process.env.API_URL = 'http://api.shop-online.com'

// A test puts another in the place of the https default.
it('sends', () => fetch('http://api.shop-online.com/me', { headers: { Authorization: 'Bearer x' } }))
