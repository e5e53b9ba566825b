const token = 'for the tests'

// What reads a configuration fills it in.
export default { server: { headers: { Authorization: 'Bearer ${token}' } }, token }
