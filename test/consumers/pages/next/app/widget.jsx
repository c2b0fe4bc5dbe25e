'use client';

import { useEffect, useRef, useState } from 'react';
import 'yonne-soins/define';

/** In what a server rendered, React attaches no listener of an element’s own events: it is added by hand. */
export function Widget() {
  const widget = useRef(null);
  const [commune, setCommune] = useState('89024');
  const [called, setCalled] = useState('');
  useEffect(() => {
    const note = ({ detail }) => setCalled(detail.number);
    const element = widget.current;
    element.addEventListener('yonne-call', note);
    return () => element.removeEventListener('yonne-call', note);
  }, []);
  return (
    <>
      <yonne-soins-now ref={widget} commune={commune} now="2026-11-22T14:05">
        <p>
          Urgence vitale : <a href="tel:15">15</a>
        </p>
      </yonne-soins-now>
      <p id="called">Appelé : {called}</p>
      <button type="button" id="sens" onClick={() => setCommune('89387')}>
        Sens
      </button>
    </>
  );
}
