import { expect, fixture, html } from '@open-wc/testing';
import type jsQR from 'jsqr';
// A script, not a module: it names itself on the window.
import 'jsqr';
import { nothing } from 'lit';
import { qrCode } from '../components/shared/qr-code.ts';

const reader = (window as unknown as { jsQR: typeof jsQR }).jsQR;

/** What a camera reads, at `scale` pixels a module. */
async function read(svg: SVGElement, scale = 6): Promise<string | undefined> {
  const side = svg.getAttribute('viewBox')!.split(' ').map(Number)[2]! * scale;
  const image = new Image(side, side);
  image.src = `data:image/svg+xml,${encodeURIComponent(svg.outerHTML.replace('<svg', `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"`))}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
  const context = canvas.getContext('2d')!;
  context.drawImage(image, 0, 0, side, side);
  return reader(context.getImageData(0, 0, side, side).data, side, side)?.data;
}

describe('the QR code', () => {
  for (const url of [
    'https://www.example.org/',
    'https://www.example.org/se-soigner?commune=89024#maintenant',
    'https://www.example.org/é/œuvre?q=%20%26',
    `https://www.example.org/${'chemin/'.repeat(60)}`,
  ]) {
    it(`is read back as ${url.slice(0, 60)} (${url.length} characters)`, async () => {
      const svg = await fixture<SVGElement>(html`${qrCode(url, 'Page de la commune')}`);
      expect(svg.getAttribute('role')).to.equal('img');
      expect(svg.getAttribute('aria-label')).to.equal('Page de la commune');
      expect(await read(svg)).to.equal(url);
    });
  }

  it('draws nothing where the address is too long', () =>
    expect(qrCode(`https://www.example.org/${'x'.repeat(3000)}`, '')).to.equal(nothing));
});
