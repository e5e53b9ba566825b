import axios from 'axios'
import AsyncStorage from '@react-native-async-storage/async-storage'
import * as SecureStore from 'expo-secure-store'
import * as Keychain from 'react-native-keychain'
import localforage from 'localforage'
import { Preferences } from '@capacitor/preferences'
import { useAuth0 } from '@auth0/auth0-react'
import { getAuth } from 'firebase/auth'
import { Auth } from 'aws-amplify'
import { fetchAuthSession } from 'aws-amplify/auth'
import { useAuth } from '@clerk/nextjs'
import { createClient } from '@supabase/supabase-js'
import { PublicClientApplication } from '@azure/msal-browser'
import { HttpLink } from '@apollo/client'

const { getAccessTokenSilently } = useAuth0()
const { getToken } = useAuth()
const supabase = createClient('u', 'k')
const msal = new PublicClientApplication({} as any)

// The sources that are known to be asynchronous.
fetch('/a', { headers: { Authorization: `Bearer ${AsyncStorage.getItem('token')}` } }) // want "is a promise"
fetch('/b', { headers: { Authorization: `Bearer ${getAccessTokenSilently()}` } }) // want "is a promise"
fetch('/c', { headers: { Authorization: `Bearer ${SecureStore.getItemAsync('token')}` } }) // want "is a promise"
fetch('/d', { headers: { Authorization: `Bearer ${Keychain.getGenericPassword()}` } }) // want "is a promise"
fetch('/e', { headers: { Authorization: `Bearer ${localforage.getItem('token')}` } }) // want "is a promise"
fetch('/f', { headers: { Authorization: `Bearer ${Preferences.get({ key: 'token' })}` } }) // want "is a promise"
fetch('/g', { headers: { Authorization: `Bearer ${getAuth().currentUser!.getIdToken()}` } }) // want "is a promise"
fetch('/h', { headers: { Authorization: `Bearer ${Auth.currentSession()}` } }) // want "is a promise"
fetch('/i', { headers: { Authorization: `Bearer ${fetchAuthSession()}` } }) // want "is a promise"
fetch('/j', { headers: { Authorization: `Bearer ${getToken()}` } }) // want "is a promise"
fetch('/k', { headers: { Authorization: `Bearer ${supabase.auth.getSession()}` } }) // want "is a promise"
fetch('/l', { headers: { Authorization: `Bearer ${msal.acquireTokenSilent({} as any)}` } }) // want "is a promise"
fetch('/m', { headers: { Authorization: `Bearer ${getAccessTokenSilently().then((t) => t)}` } }) // want "is a promise"
// In the options that a client is made with.
export const link = new HttpLink({ uri: '/n', headers: { Authorization: `Bearer ${AsyncStorage.getItem('token')}` } }) // want "is a promise"
export const api = axios.create({ baseURL: '/o', headers: { Authorization: `Bearer ${AsyncStorage.getItem('token')}` } }) // want "is a promise"
