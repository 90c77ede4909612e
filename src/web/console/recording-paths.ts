export const PROPOSALS_PATH = '/konsol/usulan'
export const RECORD_PATH = '/konsol/catat'
export const SUBJECT_PATH = '/konsol/subjek'
