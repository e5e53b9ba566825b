export const SCHEME = 'Bearer ';
export const authHeader = () => `${SCHEME}${localStorage.getItem('token')}`;
