import axios, { AxiosResponse } from 'axios';
import { refresh } from './session';

const service = axios.create();

// The handler is a function of its own, and sends again in a helper.
const again = (response: AxiosResponse) => refresh().then(() => service.request(response.config)); // want "the response interceptor of `service` with no guard"

async function check(response: AxiosResponse) {
  if (response.data.code === 401) return again(response);
  return response.data;
}

service.interceptors.response.use(check, (error) => Promise.reject(error));

// A wrapper that asks the body calls itself.
export async function get(url: string): Promise<any> {
  const { data } = await axios.get(url);
  if (data.code === 401) {
    await refresh();
    return get(url); // want "`get` calls itself to send the request again"
  }
  return data;
}

// Good: the wrapper sends once more.
export async function once(url: string) {
  let { data } = await axios.get(url);
  if (data.code === 401) {
    await refresh();
    data = (await axios.get(url)).data;
  }
  return data;
}

// Good: it counts.
export async function counting(url: string, tries = 0): Promise<any> {
  const { data } = await axios.get(url);
  if (data.code === 401 && tries < 1) {
    await refresh();
    return counting(url, tries + 1);
  }
  return data;
}
