import axios from 'axios';

// Nothing shows that the session is a cookie; only the strict preset says so.
export const login = (c: object) => axios.post('https://api.example.com/login', c); // want:strict "this login goes to another origin without credentials; a session cookie would be neither sent nor kept"
export const logout = () => axios.post('https://api.example.com/logout'); // want:strict "this logout"
export const refresh = () => axios.post('https://api.example.com/auth/refresh'); // want:strict "this refresh"

// Good, under strict too: a type that has the token.
export const loginTyped = (c: object) => axios.post<{ token: string }>('https://typed.example.com/login', c);
