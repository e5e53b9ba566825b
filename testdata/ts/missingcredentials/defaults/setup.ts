import axios from 'axios';

// The global axios hands its defaults to every client made from it.
axios.defaults.withCredentials = true;
axios.defaults.baseURL = 'https://api.example.com';
