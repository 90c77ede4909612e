import type { LiveRegister, OpenedLiveRegister } from '../../src/register/live-register.ts'

/** The register once it has caught up: a busy machine may need more than the time that a question waits. */
export async function openCurrent(register: LiveRegister): Promise<OpenedLiveRegister> {
  for (;;) {
    const opened = await register.open()
    if (opened?.view.isCurrent) return opened
  }
}
