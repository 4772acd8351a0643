import { followTheme } from './theme.js';
import './elements/dispatch/ecg-still.js';

followTheme();
