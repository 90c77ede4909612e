export const AGENCIES_PATH = '/konsol/perusahaan'
export const SOURCES_PATH = '/konsol/sumber'
export const RULES_PATH = '/konsol/aturan'
export const NAMES_PATH = '/konsol/nama-mirip'
