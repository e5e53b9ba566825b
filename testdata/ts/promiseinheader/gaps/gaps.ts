import axios from 'axios';

// gap: only the type says that it is a promise
declare function getToken(): Promise<string>;
axios.get('/a', { headers: { Authorization: `Bearer ${getToken()}` } });
