import { Widget } from './widget.jsx';

export default function Page() {
  return (
    <main>
      <h1>Mairie</h1>
      <Widget />
    </main>
  );
}
