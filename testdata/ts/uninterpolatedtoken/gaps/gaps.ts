import axios from 'axios';

// gap: kept from documentation, where no variable has the name
axios.get('/a', { headers: { Authorization: 'Bearer {accessToken}' } });
axios.get('/b', { headers: { Authorization: 'Bearer <token>' } });
