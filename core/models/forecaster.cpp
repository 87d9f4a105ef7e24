#include "models/forecaster.h"
