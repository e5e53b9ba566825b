// Without this the page is whole, too: all findings, then the pages of all rules.
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const beside = matchMedia('(min-width: 90rem)');
  document.documentElement.classList.add('script');

  // open shows the page of a rule beside the findings.
  const open = (rule) => {
    for (const page of all('aside > article')) page.classList.toggle('open', page.id === 'rule-' + rule);
    document.querySelector('aside').scrollTop = 0;
  };

  // only shows the findings of one rule, or of all.
  const only = (rule) => {
    for (const finding of all('main article')) finding.hidden = rule !== '' && finding.dataset.rule !== rule;
    for (const section of all('main section')) {
      section.hidden = !section.querySelector('article:not([hidden])');
      const link = document.querySelector(`.files a[href="#${section.id}"]`);
      if (link) link.parentElement.hidden = section.hidden;
    }
    for (const link of all('nav [data-rule]')) {
      if (link.dataset.rule === rule) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };

  document.querySelector('nav .all').hidden = false;
  for (const link of all('nav [data-rule]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      only(link.dataset.rule);
      if (link.dataset.rule) open(link.dataset.rule);
      document.querySelector('main').scrollIntoView();
    });
  }
  const show = (finding) => {
    for (const other of all('main article.current')) other.classList.remove('current');
    finding.classList.add('current');
    open(finding.dataset.rule);
  };
  for (const finding of all('main article')) {
    finding.addEventListener('click', () => show(finding));
    finding.addEventListener('focusin', () => show(finding));
  }
  for (const link of all('.about')) {
    link.addEventListener('click', (event) => {
      if (beside.matches) event.preventDefault(); // it is in view already
    });
  }
  const target = location.hash && document.getElementById(location.hash.slice(1));
  only('');
  open((target && target.dataset.rule) || document.querySelector('main article').dataset.rule);
})();
