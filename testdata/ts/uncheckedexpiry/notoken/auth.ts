export const remember = () => localStorage.setItem("expires_in", "3600") // no token is sent here
