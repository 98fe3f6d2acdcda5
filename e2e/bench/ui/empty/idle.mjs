// A utility process that does nothing: it stays for as long as its parent does.
process.parentPort.on('message', () => undefined);
