/** Starts the page. */
import { render } from 'preact';
import { Wizard } from './Wizard';

const root = document.getElementById('planner');
if (root !== null) render(<Wizard />, root);
