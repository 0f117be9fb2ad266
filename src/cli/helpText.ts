export const helpText = `Changes the maintenance mode of your service, for all servers that use the same storage.

Usage: maintenance-kit <command> --storage <address> [options]

Commands:
  on                     begins the maintenance, or changes it
    --mode <mode>        maintenance (default): mutations are rejected
                         unavailable: every request is rejected
    --retry-after <s>    when clients should come back, in seconds
  off                    ends the maintenance
  status                 shows the mode and what clients receive
  schedule               announces a window
    --start <time>       as in 2026-12-01T22:00Z
    --end <time>
    --id <id>            default: the start; an id that exists is moved
  schedule list          shows the windows
  schedule cancel <id>   removes a window

Options of every command:
  --storage <address>    file:./maintenance.json or redis://localhost:6379
                         default: the environment variable MAINTENANCE_STORAGE,
                         which keeps a password out of the list of processes
  --json                 prints the status document that clients receive
  -h, --help             prints this text

Exit codes: 0 done, 1 the change or the status could not be made or read, 2 the command is wrong.
`;
