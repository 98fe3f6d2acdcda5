import { useState } from 'react';
import type { ColumnLooks } from './column.ts';

const LOOKS: ColumnLooks = { widths: {}, hidden: {} };

/** The looks of a list's columns, kept as long as the list is shown. */
export const useOwnLooks = () => useState(LOOKS);
