// No client is spoken of in this file.
export const Header = () => {
  const token = localStorage.getItem('token')
  console.log('token', token) // want "`token` is written to the log by `console.log`"
  return token
}
