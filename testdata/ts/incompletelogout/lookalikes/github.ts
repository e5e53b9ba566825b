export function connect(token: string) {
  localStorage.setItem('githubToken', token) // of another session, and kept when this one ends
}
