export { api as http, bare as bareHttp } from '..';
