import axios from 'axios';

axios.get('/a', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } }); // want "is sent"
axios.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token')}`; // want "is sent"
  return config;
});
export const load = (user: any, xhr: XMLHttpRequest) => {
  xhr.setRequestHeader('Authorization', 'Bearer ' + user?.token); // want "is sent"
};
