#include "simulation/demo_city.h"
