/** The kinds of care channels: one row says all that the engine needs to know of a kind. */

interface KindFacts {
  /** It treats people, or says who treats them: it has its place in the guidance. */
  treats: boolean;
  /** It listens or advises beside 15: at any hour, it has its place in the guidance. */
  helpline: boolean;
  /**
   * What one does with it who has no family doctor at hand: `visit` a place, `call` for a doctor, `ask` whether there is
   * room. `undefined`: it is no next step.
   */
  step: 'visit' | 'call' | 'ask' | undefined;
  /** The CPTS of a commune knows where and when, where no source says; it helps until a family doctor is found. */
  knownToCpts: boolean;
  /** Its type in schema.org; `undefined`: it is a telephone line, given as a ContactPoint. */
  schemaType: string | undefined;
}

/**
 * A new kind begins with its row here; the compiler then names each table of words that must say something about it.
 *
 * @see https://schema.org/docs/full.html
 */
export const KINDS = {
  'emergency-number': { treats: false, helpline: false, step: undefined, knownToCpts: false, schemaType: undefined },
  'sos-medecins': { treats: true, helpline: false, step: 'call', knownToCpts: false, schemaType: 'MedicalClinic' },
  mmg: { treats: true, helpline: false, step: undefined, knownToCpts: false, schemaType: 'MedicalClinic' },
  csnp: { treats: true, helpline: false, step: 'visit', knownToCpts: false, schemaType: 'MedicalClinic' },
  // Hospital is a kind of EmergencyService in schema.org.
  'emergency-department': {
    treats: true,
    helpline: false,
    step: undefined,
    knownToCpts: false,
    schemaType: 'Hospital',
  },
  // 15 gives the number of the dentist on duty: it is not for the widgets to send anyone to one.
  'dentist-on-duty': { treats: false, helpline: false, step: undefined, knownToCpts: false, schemaType: 'Dentist' },
  // 3237 says which pharmacy is on duty, it is none: a telephone line.
  'pharmacy-line': { treats: true, helpline: false, step: undefined, knownToCpts: false, schemaType: undefined },
  'assisted-teleconsultation': {
    treats: true,
    helpline: false,
    step: 'ask',
    knownToCpts: true,
    schemaType: 'MedicalOrganization',
  },
  telecabin: { treats: true, helpline: false, step: 'ask', knownToCpts: true, schemaType: undefined },
  'health-centre': { treats: true, helpline: false, step: undefined, knownToCpts: true, schemaType: 'MedicalClinic' },
  'poison-centre': { treats: false, helpline: true, step: undefined, knownToCpts: false, schemaType: undefined },
  helpline: { treats: false, helpline: true, step: undefined, knownToCpts: false, schemaType: undefined },
  'professional-search': { treats: false, helpline: false, step: undefined, knownToCpts: false, schemaType: 'WebSite' },
  'community-care': { treats: false, helpline: false, step: undefined, knownToCpts: true, schemaType: undefined },
  'health-insurance': {
    treats: false,
    helpline: false,
    step: undefined,
    knownToCpts: false,
    schemaType: 'Organization',
  },
  institution: { treats: false, helpline: false, step: undefined, knownToCpts: false, schemaType: 'Organization' },
} satisfies Record<string, KindFacts>;

export type Kind = keyof typeof KINDS;

export const kindOf = ({ kind }: { kind: Kind }): KindFacts => KINDS[kind];
