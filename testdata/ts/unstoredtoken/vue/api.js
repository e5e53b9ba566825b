import axios from 'axios';

const service = axios.create({ baseURL: '/api' });
service.interceptors.request.use((config) => {
  config.headers['Authorization'] = 'Bearer ' + sessionStorage.getItem('token');
  return config;
});

export default service;

export const login = (data) => service({ url: '/user/login', method: 'post', data });
