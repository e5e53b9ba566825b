import axios from 'axios';

axios.get('/a', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } }); // want "is sent"
axios.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token')}`; // want "is sent"
  return config;
});
export const load = (user: any, xhr: XMLHttpRequest) => {
  xhr.setRequestHeader('Authorization', 'Bearer ' + user?.token); // want "is sent"
};

export const either = (config: any) => {
  const fresh = sessionStorage.getItem('token');
  // One of the two is there, or neither: the test is of both.
  config.headers.Authorization = `Bearer ${fresh && fresh !== '' ? fresh : localStorage.getItem('token')}`; // want "is sent"
  return axios.get('/b', { headers: { Authorization: 'Bearer ' + (fresh || localStorage.getItem('token')) } }); // want "is sent"
};
