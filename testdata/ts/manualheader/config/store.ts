export default { getState: () => JSON.parse('{}') }
