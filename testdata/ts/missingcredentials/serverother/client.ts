export const logout = () => fetch('http://localhost:3000/logout', { method: 'POST' }); // want:strict "a session cookie would be neither sent nor kept"
