import axios from 'axios';

declare const token: string;
axios.get('/a', { headers: { Authorization: 'Bearer ${token}' } }); // want "nothing fills in"
axios.get('/b', { headers: { Authorization: `Bearer %{token}` } }); // want "nothing fills in"
axios.get('/c', { headers: { Authorization: "Bearer {token}" } }); // want "nothing fills in"
