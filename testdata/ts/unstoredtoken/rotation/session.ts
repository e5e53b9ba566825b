export const setAccessToken = (token: string) => sessionStorage.setItem('accessToken', token);
export const setRefreshToken = (token: string) => localStorage.setItem('refreshToken', token);
export const setExpiry = (seconds: number) => sessionStorage.setItem('expires', String(seconds));
export const saveAll = (session: object) => localStorage.setItem('session', JSON.stringify(session));
