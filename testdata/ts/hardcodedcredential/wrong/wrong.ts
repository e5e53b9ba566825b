import axios from 'axios';
import { TOKEN } from './constants';

axios.get('/a', { headers: { Authorization: 'Bearer eyJhbGciOiAiSFMyNTYiLCAidHlwIjogIkpXVCJ9.eyJzdWIiOiAiNDIiLCAicm9sZSI6ICJhZG1pbiJ9.q3bJ1fGm0x7Zr9LkT5uVwYc2NsPdHaEiO8yRjKtMvXg' } }); // want "warning: a JSON Web Token stands in the source; whoever can read the code or the bundle can use it"
axios.get('/b', { headers: { Authorization: `Bearer ${TOKEN}` } });
axios.get('/c', { headers: { Authorization: `Bearer ${TOKEN}` } }); // one constant is one mistake
axios.get('/d', { headers: { Authorization: 'Token 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b' } }); // want "a `Token` token stands in the source"
axios.get('/e', { headers: { Authorization: `Bearer ${process.env.API_TOKEN || 'q7Rz1XbL0vKs9TgWm4HdPy6NcEjU3'}` } }); // want "a `Bearer` token"
axios.get('/f', { headers: { Authorization: 'Basic ' + btoa('admin:hunter2') } }); // want "the password of `admin` stands in the source"
axios.get('/g', { headers: { Authorization: 'Basic YWRtaW46aHVudGVyMg==' } }); // want "the password of `admin` stands in the source"
axios.get('/h', { headers: { Authorization: `Basic ${Buffer.from('admin:hunter2').toString('base64')}` } }); // want "the password of `admin`"
axios.get('/i', { headers: { Authorization: 'key=' + 'BBBBcQx8Zr1:RTY92bHq7Xw0vKs9TgWm4HdPy6NcEjU3zLfAoIi' } }); // want "a secret token stands in the source"
axios.get('/j', { headers: { Authorization: 'Token token="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b"' } }); // want "a `Token` token stands in the source"
axios.get('/k', { headers: { Authorization: 'Bearer 5813369207:QFw7Rz1XbL0vKs9TgWm4HdPy6NcEjU3' } }); // want "a `Bearer` token stands in the source"
