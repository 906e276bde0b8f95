import type { Command } from 'commander';

/** `lianban doctor`: says in one line each what is right and what is wrong with this installation. */
export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('say what is wrong with this installation')
    .action(async () => {
      const { doctor } = await import('../installation/doctor.js');
      await doctor();
    });
}
