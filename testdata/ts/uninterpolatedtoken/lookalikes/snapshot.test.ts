declare const token: string
declare function render(o: object): string

// A snapshot has the text as it is.
test('renders', () => expect(render({ headers: { Authorization: 'Bearer ${token}' } })).toMatchSnapshot())
