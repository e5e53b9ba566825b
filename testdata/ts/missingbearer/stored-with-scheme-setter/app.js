// A mini program: the storage of its platform, the token in the application.
import http from 'http-kit';

App({
  setToken(token) {
    token = 'Bearer ' + token;
    wx.setStorageSync('token', token);
  },
});
http.intercept.request = (config) => {
  const token = getApp().token;
  const defaults = { client: 'app' };
  if (token) defaults.Authorization = token;
  config.header = Object.assign(defaults, config.header);
  return config;
};
