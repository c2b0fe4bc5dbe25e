/** A directory of made-up records, small enough to be read at a glance: a test changes in it what it is about. */
import { columns, PDSA_HOURS } from './fixtures/france.ts';

type Made = Record<string, unknown>;

export interface RawDirectory {
  directory: {
    department: Made;
    date: string;
    pdsa: { hours: string; bridgeDays: string[]; sources: string[]; checked: string };
    publicHolidays: Made[];
  };
  sources: Made[];
  channels: Made[];
  cpts: { cpts: (Made & { territory: Made[] })[]; undetermined: { epci: string; neighbours: string[] }[] };
  localHealthContracts: Made[];
  /** Tables: a line for each column. */
  epci: string;
  communes: string;
}

const provenance = { sources: ['survey'], checked: '2026-01-02' };

const line = (id: string, role: string, number: string): Made => ({
  id,
  name: `Made-up ${role}`,
  kind: 'emergency-number',
  role,
  need: 'vital-emergency',
  phones: [{ number, price: 'free' }],
  hours: '24/7',
  hoursOf: 'line',
  access: 'phone',
  ...provenance,
});

/**
 * Two EPCI: `north`, whose two communes belong to the CPTS `upland`, and `south`, whose one commune lies between the
 * CPTS `upland` and `lowland`.
 */
export const smallDirectory = (): RawDirectory => ({
  directory: {
    department: { code: '98', name: 'Lointaine', article: 'la ' },
    date: '2026-01-02',
    pdsa: {
      hours: PDSA_HOURS,
      bridgeDays: [],
      ...provenance,
    },
    publicHolidays: [
      { id: 'new-year', month: 1, day: 1 },
      { id: 'easter-monday', easter: 1 },
    ],
  },
  sources: [{ id: 'survey', publisher: 'Those who made it up' }],
  channels: [
    line('fifteen', 'vital', '15'),
    line('one-one-two', 'european-emergency', '112'),
    line('one-one-four', 'text-emergency', '114'),
    {
      id: 'clinic',
      name: 'Made-up clinic',
      kind: 'csnp',
      need: 'medical-advice',
      place: { commune: '98001', town: 'Hautbourg' },
      hours: 'Mo-Sa 08:00-20:00; PH off',
      access: 'direct',
      ...provenance,
    },
  ],
  cpts: {
    cpts: [
      { id: 'upland', name: 'CPTS Upland', territory: [{ epci: 'north', level: 'documented' }], ...provenance },
      { id: 'lowland', name: 'CPTS Lowland', territory: [], ...provenance },
    ],
    undetermined: [{ epci: 'south', neighbours: ['upland', 'lowland'] }],
  },
  localHealthContracts: [
    {
      id: 'contract',
      from: 2025,
      to: 2030,
      signed: '2025-01-01',
      epci: ['north'],
      signatories: ['Made-up agency'],
      actions: [{ fr: 'un essai', en: 'a trial' }],
      ...provenance,
    },
  ],
  epci: columns('code ; name', 'north ; CC du Nord', 'south ; CC du Sud'),
  communes: columns(
    'code  ; name      ; postcodes ; population ; epci  ; lat  ; lon ; former',
    '98001 ; Hautbourg ; 98100     ; 2000       ; north ; 48.1 ; 3.5 ;',
    '98002 ; Montclair ; 98100     ; 300        ; north ; 48.2 ; 3.6 ; Vieux-Mont',
    '98003 ; Basbourg  ; 98200     ; 1000       ; south ; 47.5 ; 3.5 ;',
  ),
});
