/** Words of oncology and immunology that a person without training cannot be expected to know. */
const TERMS = [
  'adjuvant|adverse|allogeneic|antibod(?:y|ies)|antigens?|apoptosis|autoimmune|autologous',
  'biomarkers?|biops(?:y|ies)|bispecifics?|carcinomas?|cellular|chemotherapy|chimeric|checkpoints?',
  'clinical|combination therapy|cytokines?|cytotoxic|dendritic|durable|dose|efficacy|engineered',
  'epitopes?|genes?|genetic(?:ally)?|genomic|hematologic|immune|immunity|immunotherap(?:y|ies)|immunogenic|infusions?',
  'inhibitors?|innate|leukemia|ligands?|lymphocytes?|lymphoma|malignan(?:t|cy)|melanoma|metasta(?:sis|tic)|microenvironment',
  'monoclonal|mutations?|neoadjuvant|oncolog(?:y|ist)|pathogens?|pathways?|placebo|prognosis|progression(?:-free)?|proteins?',
  'radiation|radiotherapy|receptors?|refractory|regimens?|relapsed?|remission|resistance|responders?',
  'systemic|therapeutic|tissues?|toxicit(?:y|ies)|transduced|trials?|tumou?rs?|vectors?',
];

/** Matches each technical word in lower-case text. */
export const TECHNICAL_TERM = new RegExp(`\\b(?:${TERMS.join('|')})\\b`, 'g');
