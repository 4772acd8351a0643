import { followTheme } from './theme.js';
import './elements/ecg-console.js';

followTheme();
