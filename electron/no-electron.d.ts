// Where the base configuration sends every import of `electron`: it exports nothing, so no use of it compiles. Only main/
// and preload/, which take that mapping back, see the real types.
export {};
