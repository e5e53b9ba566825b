import { authApi, logIn, enter } from '.';
import { useNavigate } from 'react-router-dom';

export function LoginPage() {
  const navigate = useNavigate();

  const submit = async (c: object) => {
    await authApi.login(c); // want "the token that the login `authApi.login` answers with goes nowhere"
    navigate('/');
  };
  const submitAgain = () => {
    logIn({}).then(() => navigate('/')); // want "the token that the login `logIn` answers with goes nowhere"
  };
  const renew = async () => {
    await authApi.refresh('r'); // want "the token that the refresh `authApi.refresh` answers with goes nowhere"
  };

  // Good: kept here.
  const submitWell = async (c: object) => {
    const { data } = await authApi.login(c);
    localStorage.setItem('token', data.token);
    navigate('/');
  };
  // Good: reported once, where the answer is lost.
  const submitElsewhere = async (c: object) => {
    await enter(c);
    navigate('/');
  };
  return <form onSubmit={() => submit({})} onReset={submitAgain} onBlur={renew} onClick={submitWell} onCut={submitElsewhere} />;
}
