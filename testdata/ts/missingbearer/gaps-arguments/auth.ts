import axios from 'axios';

// gap: what is passed for a property of a parameter is not asked for.
export function use({ accessToken }: { accessToken: string }) {
  axios.defaults.headers.common['Authorization'] = accessToken; // want "warning: `accessToken`"
}
export const start = (header: string) => use({ accessToken: header });
