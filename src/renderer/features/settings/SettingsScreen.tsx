/** Stands where the screen is to come. */
export const SettingsScreen = () => null
