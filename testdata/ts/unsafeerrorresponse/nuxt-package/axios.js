// a: the same where the package is known to be there
export default function ({ $axios, redirect }) {
  $axios.onError((error) => {
    if (error.response.status === 401) redirect('/login') // want "warning: `error.response.status` throws"
  })
  $axios.onResponseError((error) => {
    if (error.response && error.response.status === 403) redirect('/') // tested
  })
}
